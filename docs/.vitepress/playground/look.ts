/** How a message is shown. */
export type Look = 'light' | 'dark'

const DARK = '@media (prefers-color-scheme: dark)'

/** Nothing is loaded, and no script runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

/**
 * Shows a message in a look, whatever the visitor's system prefers. Its links are not followed: the frame may open no
 * window.
 */
export function inLook(html: string, look: Look): string {
  const condition = look === 'dark' ? '@media all' : '@media not all'
  const head = `<head>
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<base target="_blank">
<style>:root { color-scheme: ${look} } a { pointer-events: none }</style>`
  return html.replaceAll(DARK, condition).replace('<head>', head)
}

const NEWS_STYLE = `
body { margin: 0; padding: 16px; background: #ffffff; color: #1c2422; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
a { color: #00574b }
h1, h2 { display: inline-block; margin: 0 8px 12px 0; font-size: 14px }
h1 { font-weight: 400 }
h3 { margin: 0 0 12px; font-size: 18px }
blockquote { margin: 0 0 16px; padding-left: 16px; border-left: 4px solid #00695c; white-space: pre-wrap; unicode-bidi: plaintext }
${DARK} {
  body { background: #1d2523; color: #e6ecea }
  a { color: #7fd4c6 }
}
`

/** The page of a service around a news item, with a heading of its own words. */
export function newsPage(html: string, locale: string, heading: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${heading}</title>
<style>${NEWS_STYLE}</style>
</head>
<body>
<main aria-labelledby="heading">
<h1>network.example</h1>
<h2 id="heading">${heading}</h2>
${html}</main>
</body>
</html>
`
}
