type Props = { isHome: boolean; onHome: () => void; onMessages: () => void }

/** The tabs of an app's conversation. */
export const AppTabs = ({ isHome, onHome, onMessages }: Props) => (
  <div className="s-tabs" role="tablist" aria-label="App">
    <button type="button" role="tab" aria-selected={isHome} onClick={onHome}>
      Home
    </button>
    <button type="button" role="tab" aria-selected={!isHome} onClick={onMessages}>
      Messages
    </button>
  </div>
)
