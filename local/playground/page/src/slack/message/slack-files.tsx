import type { SlackFile } from '../../../../../slack/screen-shape.ts'
import { File as FileIcon } from '../../shared/icons.tsx'

export const SlackFiles = ({ files }: { files: SlackFile[] }) => (
  <div className="s-files">
    {files.map((file) =>
      file.url && file.mimetype.startsWith('image/') ? (
        <a key={file.id} href={file.url} target="_blank" rel="noreferrer">
          <img className="s-file-picture" src={file.url} alt={file.name} />
        </a>
      ) : (
        <SlackFileCard key={file.id} file={file} />
      ),
    )}
  </div>
)

const SlackFileCard = ({ file }: { file: SlackFile }) => (
  <a className="s-file-card" href={file.url} download={file.name}>
    <span className="s-file-kind">
      <FileIcon />
    </span>
    <span>
      <b>{file.name}</b>
      <small>{file.name.split('.').at(-1)?.toUpperCase()}</small>
    </span>
  </a>
)
