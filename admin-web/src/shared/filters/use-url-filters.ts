import { useSearchParams } from 'react-router'

/**
 * Filters kept in the address, so that they survive Back, a reload and sharing the link. '' means no filter.
 * @param names of the parameters; other parameters are left alone
 */
export function useUrlFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams()
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<
    Name,
    string
  >

  const set = (changed: Partial<Record<Name, string>>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries<string | undefined>(changed))
          value ? after.set(name, value) : after.delete(name)
        return after
      },
      { replace: true },
    )
  const clear = () => set(Object.fromEntries(names.map((name) => [name, ''])) as Record<Name, string>)
  return { values, set, clear, any: names.some((name) => values[name] !== '') }
}
