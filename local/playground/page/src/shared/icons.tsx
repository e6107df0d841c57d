import type { ReactNode } from 'react'

/** Neutral pictures of our own: the platforms' marks stay theirs. */
const Icon = ({ children, size, weight }: { children: ReactNode; size: number; weight: number }) => (
  <svg
    className="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={weight}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
)

const drawn =
  (path: string, size = 18, weight = 2) =>
  () => (
    <Icon size={size} weight={weight}>
      <path d={path} />
    </Icon>
  )

export const Chevron = drawn('m6 9 6 6 6-6', 16)
export const Eye = drawn('M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z', 16)
export const Hash = drawn('M5 9h15M4 15h15M10 3 8 21M16 3l-2 18', 18)
export const Lock = drawn('M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3')
export const Home = drawn('m3 11 9-8 9 8v9a1 1 0 0 1-1 1h-5v-7H9v7H4a1 1 0 0 1-1-1Z')
export const Message = drawn('M21 12a8 8 0 0 1-11.6 7.1L4 20l1-4.6A8 8 0 1 1 21 12Z')
export const Send = drawn('M4 4l17 8-17 8 3-8-3-8Zm3 8h14')
export const Plus = drawn('M12 5v14M5 12h14')
export const Close = drawn('M6 6l12 12M18 6 6 18')
export const Pencil = drawn('m4 20 4-1L20 7l-3-3L5 16l-1 4Z')
export const Trash = drawn('M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5')
export const Reply = drawn('M9 5 3 11l6 6v-4c6 0 9 2 12 6-1-8-5-11-12-11V5Z')
export const Smile = drawn(
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-3.5-7c2 2.6 5 2.6 7 0M9 9.5v.01M15 9.5v.01',
)
export const More = drawn('M12 5v.01M12 12v.01M12 19v.01', 18, 4)
export const Dots = drawn('M5 12h.01M12 12h.01M19 12h.01', 18, 4)
export const External = drawn('M14 4h6v6M20 4l-9 9M18 14v6H4V6h6', 16)
export const Search = drawn('M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5')
export const People = drawn(
  'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 9c0-4 3-6 7-6s7 2 7 6M16 3.5a4 4 0 0 1 0 7M18 14.5c2.600.8 4 2.600 4 5.500',
)
export const Forum = drawn('M3 5h12v9H8l-5 4V5Zm16 4h2v11l-4-3H9')
export const Thread = drawn('M4 5h16M4 10h16M4 15h9M4 20h6')
export const File = drawn('M6 3h8l5 5v13H6V3Zm8 0v5h5')
export const Bolt = drawn('M13 2 4 14h6l-1 8 9-12h-6l1-8Z')
export const Apps = drawn('M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z')
export const Warning = drawn('M12 3 2 20h20L12 3Zm0 7v4M12 17v.01', 16)
