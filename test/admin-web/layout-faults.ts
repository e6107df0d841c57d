import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds: targets below 24 px (WCAG 2.2, 2.5.8, with its exceptions), skipped headings, regions that scroll but
 * take no focus, low contrast, fields without a name, and so on.
 */
const brokenRules = `(async () => {
  if (!window.axe) (0, eval)(${JSON.stringify(axe)})
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target + ' ' + failureSummary))
})()`

/** What no rule of axe looks for: how the text lies on the page. */
const badlyLaidOut = `(() => {
  const faults = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) faults.push('the page is ' + (scrollWidth - clientWidth) + ' px too wide')

  const cuts = (one) => getComputedStyle(one).overflowX !== 'visible'
  const ancestors = (one) => (one ? [one, ...ancestors(one.parentElement)] : [])
  /** The part of a box that is not cut off. */
  const inSight = (box, element) => {
    let { left, right, top, bottom } = box
    for (const one of ancestors(element).filter(cuts)) {
      const edge = one.getBoundingClientRect()
      left = Math.max(left, edge.left)
      right = Math.min(right, edge.right)
      top = Math.max(top, edge.top)
      bottom = Math.min(bottom, edge.bottom)
    }
    return { left, right, top, bottom }
  }
  const boxesOf = (node, start = 0, end = node.length) => {
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, end)
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    const hidden = !element.checkVisibility() || element.closest('.sr-only, [class*="sr-only"], option, noscript, script, style')
    if (!hidden && node.data.trim()) texts.push({ node, element })
  }

  for (const { node, element } of texts) {
    const said = JSON.stringify(node.data.trim().slice(0, 60))
    for (const word of node.data.matchAll(/(?<=^|\\s)[\\p{L}\\p{N}]{2,12}[.,:;!?]?(?=\\s|$)/gu)) {
      const lines = new Set(boxesOf(node, word.index, word.index + word[0].length).map(({ top }) => Math.round(top)))
      if (lines.size > 1) faults.push('the word ' + word[0] + ' is broken in ' + said)
    }
    const cutter = ancestors(element).find(cuts)
    const scrolls = cutter && /auto|scroll/.test(getComputedStyle(cutter).overflowX)
    const shortened = cutter && getComputedStyle(cutter).textOverflow === 'ellipsis'
    const edge = cutter && cutter !== document.documentElement ? cutter.getBoundingClientRect().right : clientWidth
    if (!scrolls && !shortened && boxesOf(node).some(({ right }) => right > edge + 1))
      faults.push('the text is cut off: ' + said)
  }

  const within = document.querySelector('dialog[open], [role=dialog]') ?? document.querySelector('main') ?? document.body
  const targets = [...within.querySelectorAll('button, a[href], input, select, textarea, summary')].filter((one) => one.checkVisibility() && !one.closest('.sr-only'))
  for (const target of targets)
    for (const { node, element } of texts) {
      if (!within.contains(element) || target.contains(element) || element.closest('label')?.contains(target)) continue
      if (ancestors(element).some((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position))) continue
      const lies = [...target.getClientRects()].map((box) => inSight(box, target))
      const under = boxesOf(node).map((box) => inSight(box, element)).some((text) =>
        lies.some((box) => Math.min(text.right, box.right) - Math.max(text.left, box.left) > 2 && Math.min(text.bottom, box.bottom) - Math.max(text.top, box.top) > 4))
      if (under) faults.push(JSON.stringify(node.data.trim().slice(0, 60)) + ' and ' + (target.ariaLabel || target.textContent || target.type) + ' lie on one another')
    }
  return faults
})()`

/** What is wrong with the page as it stands, in words. Empty if nothing is. */
export async function layoutFaults(page: Page): Promise<string[]> {
  const rules = await page.evaluate<string[]>(brokenRules)
  return [...(await page.evaluate<string[]>(badlyLaidOut)), ...rules]
}
