/**
 * A message as its reader would see it, in a frame of its own origin where no script runs and no form is sent. Its
 * links open in a new tab, as in a mail program: that much the sandbox lets through.
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
