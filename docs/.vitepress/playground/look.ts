/** How a message is shown. */
export type Look = 'light' | 'dark'

const DARK = '@media (prefers-color-scheme: dark)'

/**
 * Shows a message in a look, whatever the visitor's system prefers. Its links are not followed: the frame may open no
 * window.
 */
export function inLook(html: string, look: Look): string {
  const condition = look === 'dark' ? '@media all' : '@media not all'
  return html
    .replaceAll(DARK, condition)
    .replace(
      '<head>',
      `<head>\n<base target="_blank">\n<style>:root { color-scheme: ${look} }</style>`,
    )
}

const NEWS_STYLE = `
body { margin: 0; padding: 16px; background: #ffffff; color: #1c2422; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
a { color: #00574b }
h3 { margin: 0 0 12px; font-size: 18px }
blockquote { margin: 0 0 16px; padding-left: 16px; border-left: 4px solid #00695c; white-space: pre-wrap; unicode-bidi: plaintext }
${DARK} {
  body { background: #1d2523; color: #e6ecea }
  a { color: #7fd4c6 }
}
`

/** The page of a service around a news item. */
export function newsPage(html: string, locale: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>News</title>
<style>${NEWS_STYLE}</style>
</head>
<body>
${html}</body>
</html>
`
}
