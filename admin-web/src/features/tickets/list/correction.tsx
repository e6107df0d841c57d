/** Says that the list shows another search than the one that was typed. */
export const Correction = ({ from, to }: { from: string; to: string }) => (
  <p role="status" className="mb-3 text-sm wrap-anywhere">
    Showing results for <strong dir="auto">{to}</strong>.{' '}
    <span className="text-muted">
      Nothing matches <bdi>{from}</bdi>.
    </span>
  </p>
)
