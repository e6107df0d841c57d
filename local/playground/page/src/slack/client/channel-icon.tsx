import { Hash, Lock } from '../../shared/icons.tsx'

/** What stands before a channel's name. */
export const ChannelIcon = ({ isPrivate }: { isPrivate: boolean }) => (isPrivate ? <Lock /> : <Hash />)
