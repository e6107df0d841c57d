import { createHash } from 'node:crypto'

const style = `body{margin:0;padding:12vh 16px;background:#f4f5f7;color:#16181d;font:16px/1.5 system-ui,sans-serif}
main{max-width:420px;margin:auto;padding:28px 32px;background:#fff;border:1px solid #e3e5ea;border-radius:12px}
h1{font-size:20px;margin:0 0 8px}p{margin:8px 0}b{font-weight:650}a{color:#0f5a6b}
button{margin-top:12px;padding:11px 20px;border:0;border-radius:8px;background:#0f5a6b;color:#fff;font:inherit;font-weight:600;cursor:pointer}`

/** Allows exactly this style in the Content-Security-Policy. */
export const unsubscribeStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** A page that works without scripts or a session. @param title not escaped, so it must be the desk's own text */
export const unsubscribePage = ({ title, done }: { title: string; done: boolean }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Deskbridge mails</title><style>${style}</style></head>
<body><main>${done ? doneWords(title) : question(title)}</main></body></html>
`

const question = (title: string) => `<h1>Unsubscribe from these mails?</h1>
<p>You will get no more e-mail about:</p><p><b>${title}</b></p>
<form method="post"><button>Unsubscribe</button></form>`

const doneWords = (title: string) => `<h1>Unsubscribed</h1>
<p>You get no more e-mail about:</p><p><b>${title}</b></p>
<p>Changed your mind? See <a href="/profile">your profile</a>.</p>`
