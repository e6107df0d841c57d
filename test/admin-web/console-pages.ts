import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { pagesIn } from '../../start/page-preloads.ts'

/** The path of every page in the console's router. */
export async function pathsOfConsole() {
  const router = await readFile(join(import.meta.dirname, '../../admin-web/src/app/router.tsx'), 'utf8')
  const pages = pagesIn(router).map(({ path }) => path)
  expect(pages.length).toBeGreaterThan(15)
  return pages
}

export async function open(context: BrowserContext, path: string) {
  const page = await context.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

/** What stands in for a part of the page, or for formatted text, until it has loaded. */
const meanwhile = '.skeleton, .spinner, .prose-desk > .whitespace-pre-wrap'

/** Waits until nothing of the page is still loading. */
export const loaded = (page: Page) => expect.poll(() => page.locator(meanwhile).count()).toBe(0)
