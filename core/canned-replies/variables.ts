/** What a canned reply may name in double braces, e.g. `{{requester}}`, and what is put there. */
export const variables = {
  requester: 'the requester’s name',
  first_name: 'the first word of the requester’s name',
  number: 'the ticket’s number, e.g. 42',
  title: 'the ticket’s title',
  moderator: 'your name',
} as const

export type Variable = keyof typeof variables

const isVariable = (name: string): name is Variable => Object.hasOwn(variables, name)

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g

/** Matches text whose names in double braces are all variables. */
export const onlyVariables = new RegExp(
  `^(?![\\s\\S]*\\{\\{(?!\\s*(?:${Object.keys(variables).join('|')})\\s*\\}\\})[^{}]*\\}\\})[\\s\\S]*$`,
  'u',
)

/** Replaces variables by their values. Braces in a value are not expanded, and unknown names stay as they are. */
export const withValues = (text: string, valueFor: (variable: Variable) => string) =>
  text.replace(placeholder, (written, name: string) => (isVariable(name) ? valueFor(name) : written))
