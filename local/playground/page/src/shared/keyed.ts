/** Items with keys by position, for lists whose items have no id and are only ever replaced as a whole. */
export const keyed = <Item>(items: readonly Item[]) => items.map((item, index) => ({ key: `${index}`, item }))
