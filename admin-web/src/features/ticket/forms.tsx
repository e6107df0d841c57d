import { lazyPart } from '../../shared/chunks/lazy-part.tsx'

/*
 * Everything to type into on a ticket's page. It loads once the ticket is shown, in one file, so that the ticket can be
 * read before.
 */

export const Composer = lazyPart(
  async () => (await import('./conversation/composer.tsx')).Composer,
  <div className="skeleton mt-5 h-72" />,
)
export const CommentEditor = lazyPart(
  async () => (await import('./conversation/comment-editor.tsx')).CommentEditor,
)
export const ResolveDialog = lazyPart(
  async () => (await import('./actions/resolve-dialog.tsx')).ResolveDialog,
)
export const DuplicateDialog = lazyPart(
  async () => (await import('./duplicates/duplicate-dialog.tsx')).DuplicateDialog,
)
export const EditDialog = lazyPart(async () => (await import('./edit/edit-dialog.tsx')).EditDialog)
export const RatingForm = lazyPart(async () => (await import('./rating/rating-form.tsx')).RatingForm)
