type Text = { title: string; description: string }

/** Lines of a stack trace: where code was, not what happened. Java, JavaScript, Python and .NET. */
const frame = /\bat [\w$.<>/]+(?:\([^)\n]{0,200}\)|:\d+(?::\d+)?)|^\s*File "[^"\n]{1,200}", line \d+.*$/gm
const timestamp = /\b\d{4}-\d{2}-\d{2}[ T,]{0,2}\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?\b/g
const markup = /\{(?:code|noformat|quote|panel)(?::[^}\n]{0,100})?\}|\{\{|\}\}/g
/** Parts of names in code are words, too: “ListingOperationCallbacks”, “testAbfsHttpResponseStatistics”. */
const hump = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu
const compound = /[\p{L}\p{N}]*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}]*/gu

const longest = 4_000
const titleTimes = 3

const unfolded = (text: string) => text.replace(compound, (name) => `${name} ${name.replace(hump, ' ')}`)

/** The text by which tickets are compared: the title three times, and the description without stack frames and times. */
export const similarText = ({ title, description }: Text): string =>
  unfolded(
    `${`${title}\n`.repeat(titleTimes)}${description
      .slice(0, longest)
      .replace(frame, ' ')
      .replace(timestamp, ' ')
      .replace(markup, ' ')}`,
  )
