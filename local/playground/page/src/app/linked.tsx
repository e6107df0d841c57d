import { keyed } from '../shared/keyed.ts'

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,:;!?)])/

/** Plain text whose web addresses are links. */
export const Linked = ({ text }: { text: string }) =>
  keyed(text.split(address)).map(({ key, item }) =>
    Number(key) % 2 === 1 ? (
      <a key={key} href={item} target="_blank" rel="noreferrer noopener">
        {item}
      </a>
    ) : (
      item
    ),
  )
