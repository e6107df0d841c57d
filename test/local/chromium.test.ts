import { expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'

test('the browser of the tests shows and photographs a page', { timeout: 60_000 }, async () => {
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.setContent('<button onclick="this.textContent = \'Claimed\'">Claim</button>')
  await page.getByRole('button', { name: 'Claim' }).click()
  expect(await page.getByRole('button').textContent()).toBe('Claimed')
  const png = await page.screenshot()
  expect(png.subarray(1, 4).toString()).toBe('PNG')

  // With no font at hand the words are not drawn at all.
  await page.addStyleTag({ content: 'button { color: transparent !important }' })
  expect(png.equals(await page.screenshot())).toBe(false)
  await browser.close()
})
