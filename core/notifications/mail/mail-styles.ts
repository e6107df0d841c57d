/**
 * What the style attributes of a mail can't say: how formatted text looks, and all of it on a dark screen. A mail program that
 * drops it shows a light mail. On a dark screen, text has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3).
 */
export const mailStyles = `:root{color-scheme:light dark}
.words a{color:#0f5a6b}
pre,code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px}
pre{margin:12px 0;padding:10px 14px;background:#f4f5f7;border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
blockquote{margin:12px 0;padding:0 14px;border-inline-start:3px solid #d5d9e0}
.words table{border-collapse:collapse}
.words th,.words td{padding:4px 10px;border:1px solid #d5d9e0;text-align:start}
@media (prefers-color-scheme:dark){
.page{background:#121419!important}
.card{background:#1d2027!important;border-color:#363b45!important}
.brand,.words a{color:#7cc7d8!important}
.heading,.listed a{color:#f2f4f7!important}
.words{color:#d5d9e0!important}
.faint,.faint a{color:#9ba3af!important}
.action{background:#1a7489!important}
.listed{background:#262a33!important;border-color:#7cc7d8!important}
pre{background:#262a33}
blockquote,.words th,.words td{border-color:#4a505c}
}`
