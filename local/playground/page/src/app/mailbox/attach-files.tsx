type Props = { id: string; onPick: (files: File[]) => void }

/** Picks the files that go along with a mail. The form empties it once the mail is sent. */
export const AttachFiles = ({ id, onPick }: Props) => (
  <>
    <label htmlFor={id}>Files</label>
    <input id={id} type="file" multiple onChange={({ target }) => onPick([...(target.files ?? [])])} />
  </>
)
