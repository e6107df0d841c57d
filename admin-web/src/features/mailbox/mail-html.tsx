/**
 * Shows a message as its reader sees it. The sandboxed frame runs no script and sends no form; it only lets links open
 * in a new tab, as a mail program does. It is a page of its own because mails hold their styles in their tags, which the
 * console's Content-Security-Policy forbids.
 */
export function MailHtml({ id }: { id: string }) {
  return (
    <iframe
      title="Message"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      src={`/api/mailbox/${encodeURIComponent(id)}/page`}
      className="h-128 w-full bg-white"
    />
  )
}
