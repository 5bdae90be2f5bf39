import TwoslashFloatingVue from '@shikijs/vitepress-twoslash/client'
import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { h } from 'vue'
import '@shikijs/vitepress-twoslash/style.css'
import oneVerdict from '../../pictures/one-verdict.svg'
import './theme.css'

const alt =
  'A draft, the reasons against it as data for the service, and the one sentence that the inviter reads'

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, {
      'home-hero-image': () => h('img', { class: 'hero-picture', src: oneVerdict, alt }),
    }),
  enhanceApp: ({ app }) => {
    app.use(TwoslashFloatingVue)
  },
} satisfies Theme
