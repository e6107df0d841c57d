import { type RefObject, useEffect } from 'react'
import { useLocation } from 'react-router'

export function useCloseOnNavigation(dialog: RefObject<HTMLDialogElement | null>) {
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each new location
  useEffect(() => dialog.current?.close(), [key])
}
