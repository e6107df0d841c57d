import type { ListName } from '../../../../core/catalog/catalog.ts'

export const listWords = {
  skills: { one: 'skill', title: 'Skills' },
  categories: { one: 'category', title: 'Categories' },
} as const satisfies Record<ListName, { one: string; title: string }>
