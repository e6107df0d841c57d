/** The mark: a suspension bridge over the desk's edge. */
export function LogoMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <g fill="none" strokeLinecap="round" strokeWidth="2.4" className="stroke-primary-content">
        <path d="M5 22.5h22" />
        <path d="M5 18.5c3.2 0 5.5-3 5.5-9 2 5.2 3.6 7 5.5 7s3.5-1.8 5.5-7c0 6 2.3 9 5.5 9" />
        <path d="M10.5 9.5V25M21.5 9.5V25" />
      </g>
    </svg>
  )
}

export function Logo() {
  return (
    <span className="flex items-center gap-2.5">
      <LogoMark />
      <span className="text-lg font-semibold tracking-tight">Deskbridge</span>
    </span>
  )
}
