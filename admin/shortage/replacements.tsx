import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminReplacement } from "../../src/api/admin/shortages/types"
import { useReplacements } from "../api/shortages"
import { useText } from "../i18n/use-text"
import { QueuePages } from "../queue/queue-pages"
import { PAGE_SIZE } from "../queue/queue-params"
import { NARROW_TABLE } from "./narrow-table"

/**
 * What customers took in place of what was out of stock. Nothing until there is
 * an answer.
 */
export const Replacements = () => {
  const t = useText()
  const [page, setPage] = useState(1)
  const { data } = useReplacements({
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  })
  if (!data || data.count === 0) {
    return null
  }
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="px-6 py-4 max-lg:px-4">
        <Heading level="h2">{t("shortage.replaced.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("shortage.replaced.about")}
        </Text>
      </div>
      <Table>
        <Table.Header>
          <Table.Row className={NARROW_TABLE}>
            <Table.HeaderCell>
              {t("shortage.replaced.offered")}
            </Table.HeaderCell>
            <Table.HeaderCell className="text-end">
              {t("shortage.replaced.accepted")}
            </Table.HeaderCell>
            <Table.HeaderCell className="text-end">
              {t("shortage.replaced.refused")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {data.replacements.map((pair) => (
            <Pair
              key={`${pair.variant_id} ${pair.replacement_variant_id}`}
              pair={pair}
            />
          ))}
        </Table.Body>
      </Table>
      <QueuePages count={data.count} page={page} onChange={setPage} />
    </Container>
  )
}

const Pair = ({ pair }: { pair: AdminReplacement }) => {
  const t = useText()
  return (
    <Table.Row className={`align-top [&>td]:py-3 ${NARROW_TABLE}`}>
      <Table.Cell className="whitespace-normal">
        <div className="flex min-w-0 flex-col gap-y-1">
          <Ware of={pair.replacement} strong />
          <span className="text-ui-fg-subtle">
            {t("shortage.replaced.insteadOf")} <Ware of={pair.variant} />
          </span>
        </div>
      </Table.Cell>
      <Table.Cell className="text-end tabular-nums">{pair.accepted}</Table.Cell>
      <Table.Cell className="text-end tabular-nums">{pair.refused}</Table.Cell>
    </Table.Row>
  )
}

const Ware = ({
  of: variant,
  strong = false,
}: {
  of: AdminReplacement["variant"]
  strong?: boolean
}) => {
  const t = useText()
  return variant ? (
    <Link
      dir="auto"
      to={`/products/${variant.product_id}`}
      className={`hover:text-ui-fg-interactive break-words ${
        strong ? "txt-compact-small-plus text-ui-fg-base" : ""
      }`}
    >
      {[variant.title, variant.variant_title].filter(Boolean).join(" · ")}
    </Link>
  ) : (
    <span>{t("shortage.replaced.gone")}</span>
  )
}
