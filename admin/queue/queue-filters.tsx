import { DescendingSorting, XMarkMini } from "@medusajs/icons"
import { useAssignees, useTaskTypes } from "../api/queries"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { useKinds } from "../desk/use-kinds"
import { FilterMenu, type Choice } from "./filter-menu"
import { QUEUE_ORDERS, type QueueParams } from "./queue-params"
import type { ChangeQueueParams } from "./use-queue-params"

const STATUSES = ["open", "waiting", "completed", "canceled"] as const

export const QueueFilters = ({
  params,
  onChange,
}: {
  params: QueueParams
  onChange: ChangeQueueParams
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const { data: typesAnswer } = useTaskTypes()
  const { data: assigneesAnswer } = useAssignees(true)

  const types: Choice[] = (typesAnswer?.task_types ?? [])
    .filter(({ type, enabled }) => enabled || params.types.includes(type))
    .map(({ type }) => ({ value: type, label: typeName(type) }))
  const assignees: Choice[] = [
    { value: "me", label: t("queue.filters.me") },
    { value: "nobody", label: t("queue.filters.nobody") },
    ...(assigneesAnswer?.assignees ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  ]
  const narrowed =
    params.types.length > 0 ||
    params.statuses.length > 0 ||
    params.assignee !== null

  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {narrowed && (
        <SmallButton
          variant="transparent"
          onClick={() => onChange({ types: [], statuses: [], assignee: null })}
        >
          <XMarkMini aria-hidden className="xl:hidden" />
          <span className="max-xl:sr-only">{t("queue.filters.clear")}</span>
        </SmallButton>
      )}
      {types.length > 1 && (
        <FilterMenu
          label={t("queue.filters.type")}
          choices={types}
          chosen={params.types}
          onChange={(chosen) => onChange({ types: chosen })}
        />
      )}
      {params.tab === "all" && (
        <FilterMenu
          label={t("queue.filters.status")}
          choices={STATUSES.map((status) => ({
            value: status,
            label: t(`statuses.${status}`),
          }))}
          chosen={params.statuses}
          onChange={(chosen) =>
            onChange({
              statuses: STATUSES.filter((status) => chosen.includes(status)),
            })
          }
        />
      )}
      {params.tab !== "mine" && (
        <FilterMenu
          single
          label={t("queue.filters.assignee")}
          choices={assignees}
          chosen={params.assignee ? [params.assignee] : []}
          onChange={([assignee]) => onChange({ assignee: assignee ?? null })}
        />
      )}
      <FilterMenu
        single
        icon={<DescendingSorting aria-hidden />}
        label={t("queue.filters.order")}
        choices={QUEUE_ORDERS.map((order) => ({
          value: order,
          label: t(`queue.orders.${order}`),
        }))}
        chosen={params.order ? [params.order] : []}
        onChange={([chosen]) =>
          onChange({
            order: QUEUE_ORDERS.find((order) => order === chosen) ?? null,
          })
        }
      />
    </div>
  )
}
