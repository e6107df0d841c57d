import { Combobox } from '@base-ui/react/combobox'
import type { Choice, ChoiceGroup } from './choices.ts'
import { usePane } from './pane.tsx'

/** The menu of a select, in groups. @param empty what it says when nothing matches */
export const ChoiceList = ({ empty }: { empty: string }) => (
  <Combobox.Portal container={usePane()}>
    <Combobox.Positioner className="menu-positioner" sideOffset={4} align="start">
      <Combobox.Popup className="menu choice-menu">
        <Combobox.Empty className="menu-note">{empty}</Combobox.Empty>
        <Combobox.List>
          {(group: ChoiceGroup) => (
            <Combobox.Group key={group.label} items={group.items}>
              {group.label && (
                <Combobox.GroupLabel className="menu-heading">{group.label}</Combobox.GroupLabel>
              )}
              <Combobox.Collection>
                {(item: Choice) => <Item key={item.value} item={item} />}
              </Combobox.Collection>
            </Combobox.Group>
          )}
        </Combobox.List>
      </Combobox.Popup>
    </Combobox.Positioner>
  </Combobox.Portal>
)

const Item = ({ item }: { item: Choice }) => (
  <Combobox.Item value={item} className="menu-item">
    <span className="menu-label">
      {item.label}
      {item.description && <small>{item.description}</small>}
    </span>
    <Combobox.ItemIndicator className="menu-tick">✓</Combobox.ItemIndicator>
  </Combobox.Item>
)
