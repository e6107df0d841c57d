import { Hash } from '../../shared/icons.tsx'

/** What stands above the first message. */
export const Beginning = ({ name, isIm }: { name: string; isIm: boolean }) => (
  <div className="s-beginning">
    <h3>
      {!isIm && <Hash />} {name}
    </h3>
    <p>
      {isIm
        ? `This is the very beginning of your direct message history with ${name}.`
        : `This is the very beginning of the #${name} channel.`}
    </p>
  </div>
)
