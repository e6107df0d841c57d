/**
 * Shows a message as its reader sees it. The sandboxed frame runs no script and sends no form; it only lets links open
 * in a new tab, as a mail program does.
 */
export function MailHtml({ html }: { html: string }) {
  return (
    <iframe
      title="Message"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={`<!doctype html><base target="_blank"><meta name="color-scheme" content="light">${html}`}
      className="h-128 w-full bg-white"
    />
  )
}
