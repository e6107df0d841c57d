type SignInLinkButtonProps = { pending: boolean; onAsk: () => void }

const hint = 'sign-in-link-hint'

/** Signs in without a password, by a link to the address that is typed above. */
export const SignInLinkButton = ({ pending, onAsk }: SignInLinkButtonProps) => (
  <>
    <div className="text-muted flex items-center gap-3 text-sm before:h-px before:grow before:bg-base-300 after:h-px after:grow after:bg-base-300">
      or without a password
    </div>
    <button
      type="button"
      className="btn btn-plain w-full aria-disabled:opacity-60"
      aria-disabled={pending}
      aria-describedby={hint}
      onClick={() => !pending && onAsk()}
    >
      {pending && <span className="spinner" aria-hidden="true" />}
      E-mail me a sign-in link
    </button>
    <p id={hint} className="text-muted text-sm">
      Enter your e-mail address above first. This also works if you’ve only used Slack so far.
    </p>
  </>
)
