/** Where the bytes of files are. @property keep names the file, and says where a browser finds it if it can */
export type FileContents = {
  keep: (file: { name: string; mimetype: string; content: Buffer }) => Promise<{ id: string; url?: string }>
  read: (id: string) => Promise<Buffer | undefined>
}

export function contentsInMemory(): FileContents {
  const contents = new Map<string, Buffer>()
  return {
    keep: async ({ content }) => {
      const id = `F${String(contents.size + 1).padStart(8, '0')}`
      contents.set(id, content)
      return { id }
    },
    read: async (id) => contents.get(id),
  }
}
