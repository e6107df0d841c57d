import type { ClipboardEvent, DragEvent } from 'react'

const hasFiles = (data: DataTransfer) => data.types.includes('Files')

/** Lets people drop and paste files on an element. Text that was copied with a picture of it is pasted as text. */
export const dropFiles = (add: (files: Iterable<File>) => void) => ({
  onDragOver(event: DragEvent) {
    if (hasFiles(event.dataTransfer)) event.preventDefault()
  },
  onDrop(event: DragEvent) {
    if (!hasFiles(event.dataTransfer)) return
    event.preventDefault()
    add(event.dataTransfer.files)
  },
  onPaste(event: ClipboardEvent) {
    const { files, types } = event.clipboardData
    if (files.length === 0 || types.includes('text/plain')) return
    event.preventDefault()
    add(files)
  },
})
