/**
 * Clicks a checkbox, within its page. @returns what it shows at once, which must not be, not even for a moment, what it
 * showed before
 */
export const clicked = (box: { click: () => void; checked: boolean }): boolean => {
  box.click()
  return box.checked
}
