import { Container, Heading, Skeleton, Table, Text } from "@medusajs/ui"
import { CheckCircle } from "@medusajs/icons"
import { useState } from "react"
import { Link } from "react-router-dom"
import type {
  AdminShortItem,
  AdminShortItemListResponse,
} from "../../src/api/admin/shortages/types"
import { useShortItems } from "../api/shortages"
import { useText } from "../i18n/use-text"
import { QueuePages } from "../queue/queue-pages"
import { PAGE_SIZE } from "../queue/queue-params"
import { LoadError } from "../task/load-error"
import { Message } from "../task/message"
import { SmallButton } from "../task/small-button"
import { Drift } from "./drift"
import { Money } from "./money"
import { NARROW_TABLE } from "./narrow-table"
import { ShortItem } from "./short-item"
import { TASKS } from "./short-item-details"

/** What is short now, and how much money waits for it. */
export const ShortItems = () => {
  const t = useText()
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useShortItems({
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  })
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4 max-lg:px-4">
        <div className="min-w-0">
          <Heading>{t("shortage.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("shortage.list.about")}
          </Text>
        </div>
        <SmallButton asChild className="shrink-0">
          <Link to={TASKS}>{t("shortage.list.tasks")}</Link>
        </SmallButton>
      </div>
      {!data && error && (
        <LoadError
          title={t("shortage.list.error")}
          reason={error}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && (
        <div aria-hidden className="flex flex-col gap-y-3 px-6 py-4">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-7 w-full" />
          <Skeleton className="h-7 w-full" />
        </div>
      )}
      {data && data.drift.length > 0 && (
        <div className="flex flex-col gap-y-1 px-6 py-4 max-lg:px-4">
          <Drift of={data.drift} namesItem />
        </div>
      )}
      {data?.count === 0 && (
        <Message icon={<CheckCircle />} title={t("shortage.list.empty")} />
      )}
      {data && data.count > 0 && (
        <>
          <Totals of={data} />
          <Items items={data.items} />
          <QueuePages count={data.count} page={page} onChange={setPage} />
        </>
      )}
    </Container>
  )
}

/** Each order counts once here, however many items it waits for. */
const Totals = ({
  of: { total, unpriced },
}: {
  of: AdminShortItemListResponse
}) => {
  const t = useText()
  const totals = [
    { name: t("shortage.list.orders"), value: total.orders },
    { name: t("shortage.list.units"), value: total.units },
    {
      name: t("shortage.list.missing"),
      value: <Money amounts={total.missing} />,
    },
    {
      name: t("shortage.list.waiting"),
      value: <Money amounts={total.waiting} />,
    },
  ]
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4 max-lg:px-4">
      <dl className="grid grid-cols-4 gap-x-4 gap-y-3 max-lg:grid-cols-2">
        {totals.map(({ name, value }) => (
          <div key={name} className="flex min-w-0 flex-col gap-y-1">
            <dt className="txt-compact-small text-ui-fg-subtle">{name}</dt>
            <dd className="txt-compact-large-plus tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {unpriced > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("shortage.list.unpriced", { count: unpriced })}
        </Text>
      )}
    </div>
  )
}

const Items = ({ items }: { items: readonly AdminShortItem[] }) => {
  const t = useText()
  return (
    <Table>
      <Table.Header>
        <Table.Row className={NARROW_TABLE}>
          <Table.HeaderCell>{t("stock.item")}</Table.HeaderCell>
          <Table.HeaderCell className="text-end">
            {t("shortage.list.short")}
          </Table.HeaderCell>
          <Table.HeaderCell className="text-end">
            {t("shortage.list.waits")}
          </Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {items.map((item) => (
          <ShortItem
            key={item.variant_id ?? `${item.title} ${item.variant_title}`}
            item={item}
          />
        ))}
      </Table.Body>
    </Table>
  )
}
