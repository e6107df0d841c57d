const pageSize = 50

/** The address of a page of a list. @param after the cursor of the page before; null: the first page */
export function listAddress(path: string, params: Record<string, string>, after: string | null = null) {
  const search = new URLSearchParams({ ...params, limit: String(pageSize), ...(after ? { after } : {}) })
  return `${path}?${search}`
}
