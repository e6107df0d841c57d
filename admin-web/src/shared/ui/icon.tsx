const paths = {
  alert: 'M12 8v5m0 3.5v.01M12 3 2.5 20h19z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  plus: 'M12 5v14M5 12h14',
  ticket: 'M4 7h16v3.5a2 2 0 0 0 0 4V18H4v-3.5a2 2 0 0 0 0-4zM14 7v2m0 2.5v2m0 2.5v2',
  queue: 'M4 6h16M4 12h16M4 18h10',
  layers: 'm12 4 9 4.5-9 4.5-9-4.5zM3.5 13 12 17.25 20.5 13',
  users:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 5a3.5 3.5 0 0 1 0 6.5M18 15c2 .7 3.2 2.4 3.5 5',
  mail: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5',
  send: 'M20.5 3.5 10 14M20.5 3.5 14 21l-4-7-7-4z',
  pulse: 'M3 12.5h4l2.5-7 5 13 2.5-6h4',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  edit: 'M4 20h4L19.5 8.5l-4-4L4 16zM13.5 6.5l4 4',
  trash: 'M4 7h16M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5m4-5.5v5.5',
  hand: 'M7 12V6.5a1.5 1.5 0 0 1 3 0V11m0-6a1.5 1.5 0 0 1 3 0v6m0-4.5a1.5 1.5 0 0 1 3 0V12m0-2.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1.5c-2.5 0-4-1-5.3-3L3.5 14a1.5 1.5 0 0 1 2.4-1.8L7 13.5',
  undo: 'M9 5 4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 0 10h-3',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 20.5c.6-4 3.5-6 8-6s7.4 2 8 6',
  out: 'M14 4.5H5v15h9M10 12h10.5M17 8l4 4-4 4',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  spark: 'M12 3.5 13.8 10l6.7 2-6.7 2L12 20.5 10.2 14l-6.7-2 6.7-2z',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  back: 'M15 5l-7 7 7 7',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20',
  filter: 'M4 6h16M7 12h10M10 18h4',
  tag: 'M4 4h8l8.5 8.5-8 8L4 12zM8 8v.01',
  scroll: 'M6 4h12v16H6zM9 8.5h6M9 12h6m-6 3.5h4',
  clip: 'm8 12.5 6-6a3 3 0 0 1 4.5 4.5l-8 8a5 5 0 0 1-7-7l7.5-7.5',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4',
  download: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15',
  reply: 'M10 6 4 12l6 6M4.5 12H14c3.5 0 6 2 6 6',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside words, hidden from screen readers. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={paths[name]} />
    </svg>
  )
}
