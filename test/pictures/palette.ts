/** What is drawn on, and drawn with, in one colour scheme. */
export interface Palette {
  /** The backgrounds of the pages on which the pictures stand: the pictures themselves have none. */
  readonly pages: readonly string[]
  readonly card: string
  readonly line: string
  readonly ink: string
  readonly muted: string
  readonly accent: string
  readonly denied: string
}

export const light: Palette = {
  pages: ['#ffffff', '#f6f6f7'],
  card: '#f4f6f9',
  line: '#8c95a0',
  ink: '#1f2328',
  muted: '#57606a',
  accent: '#0a5fc4',
  denied: '#b42331',
}

export const dark: Palette = {
  pages: ['#0d1117', '#1b1b1f'],
  card: '#25282f',
  line: '#7d8590',
  ink: '#e6edf3',
  muted: '#a2aab4',
  accent: '#79b0ff',
  denied: '#ff938a',
}

const variables = ({ card, line, ink, muted, accent, denied }: Palette) =>
  `--card:${card};--line:${line};--ink:${ink};--muted:${muted};--accent:${accent};--denied:${denied}`

const sans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'
const mono = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace'

/** The style of every picture. The classes are those of drawing.ts. */
export const style = `:root{${variables(light)}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
text{font:13px ${sans};fill:var(--ink)}
.title{font-weight:600;font-size:14px}
.note,.muted{font-size:12px;fill:var(--muted)}
.code{font:12px ${mono}}
.title.code,.title .code{font-weight:600;font-size:13px}
.note.end .code{fill:var(--ink)}
.denied,.denied .code{fill:var(--denied)}
.own{fill:var(--accent);font-weight:600}
.end{text-anchor:end}
.middle{text-anchor:middle}
.card{fill:var(--card);stroke:var(--line)}
.frame{fill:none;stroke:var(--line);stroke-dasharray:4 3}
.way,.rule{fill:none;stroke:var(--line)}
.derived{stroke-dasharray:4 3}
.tip{fill:var(--line)}
.mark{fill:var(--accent);stroke:var(--accent)}
.half{fill:none;stroke:var(--accent);stroke-width:2}
.faint{stroke:var(--line);opacity:.45}`
