/** Shows what waits. It lies on the edge of the list, so that its coming and going moves nothing. */
export function NewRowsButton({ waiting, onShow }: { waiting: number; onShow: () => void }) {
  return (
    <div role="status" className="sticky top-16 z-10 h-0 text-center lg:top-3">
      {waiting > 0 && (
        <button type="button" className="btn btn-primary btn-xs -mt-3 shadow-md" onClick={onShow}>
          {waiting} new
        </button>
      )}
    </div>
  )
}
