import { useUrlFilters } from '../../shared/filters/use-url-filters.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { NoMatches } from '../../shared/ui/no-matches.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { PagedList } from '../../shared/ui/paged-list.tsx'
import { Rows } from '../../shared/ui/rows.tsx'
import { DeliveryFilterBar } from './delivery-filter-bar.tsx'
import { DeliveryRow } from './delivery-row.tsx'
import { deliveryFilterNames, useDeliveries, useResend } from './use-deliveries.ts'

export function DeliveriesPage() {
  const { values, set, clear, any } = useUrlFilters(deliveryFilterNames)
  const { list, deliveries } = useDeliveries(values)
  const resend = useResend()
  return (
    <Page title="Deliveries" lead="Messages the desk sent, and whether they arrived.">
      <DeliveryFilterBar filters={values} onChange={set} />
      <FormProblem error={resend.error} />
      <PagedList
        list={list}
        rows={deliveries}
        empty={<NoMatches icon="send" onClear={any ? clear : undefined} />}
      >
        {(shown) => (
          <Rows label="Deliveries" rows={shown}>
            {(delivery) => (
              <DeliveryRow
                delivery={delivery}
                onFilter={set}
                onResend={() => resend.mutate(delivery.id)}
                resending={resend.isPending && resend.variables === delivery.id}
              />
            )}
          </Rows>
        )}
      </PagedList>
    </Page>
  )
}
