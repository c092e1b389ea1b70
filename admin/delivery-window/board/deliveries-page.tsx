import { TruckFast } from "@medusajs/icons"
import { Container, Text } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { Link } from "react-router-dom"
import type { AdminDeliveryBoardResponse } from "../../../src/api/admin/delivery-windows/types"
import { useBoard } from "../../api/delivery-windows"
import { useText } from "../../i18n/use-text"
import { PageSkeleton } from "../../settings/page-skeleton"
import { SETTINGS_PATHS } from "../../settings/settings-tabs"
import { ListSkeleton } from "../../settings/list-skeleton"
import { LoadError } from "../../task/load-error"
import { Message } from "../../task/message"
import { SmallButton } from "../../task/small-button"
import { DeliveryTexts } from "../delivery-texts"
import { BoardHead } from "./board-head"
import { Columns } from "./columns"
import { CourierList } from "./courier-list"

const DeliveriesPageWithTexts = () => (
  <DeliveryTexts meanwhile={<PageSkeleton />}>
    <DeliveriesPage />
  </DeliveryTexts>
)

export default DeliveriesPageWithTexts

/** What goes out on a day: windows in columns, with their orders. */
const DeliveriesPage = () => {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const date = params.get("date")
  const { data, error, refetch } = useBoard(date)
  const show = (day: string | null) =>
    setParams(day === null ? {} : { date: day })
  return (
    <>
      <Container className="divide-y overflow-hidden p-0">
        <BoardHead board={data} onDay={show} />
        {!data && error && (
          <LoadError
            title={t("delivery.board.error")}
            reason={error}
            onRetry={() => void refetch()}
          />
        )}
        {!data && !error && <ListSkeleton />}
        {data?.knows_shortages === false && (
          <Text
            role="alert"
            size="small"
            className="bg-ui-tag-orange-bg text-ui-tag-orange-text px-6 py-2"
          >
            {t("delivery.board.shortUnknown")}
          </Text>
        )}
        {data && <Day board={data} />}
      </Container>
      {data?.reads_orders && <CourierList board={data} />}
    </>
  )
}

const Day = ({ board }: { board: AdminDeliveryBoardResponse }) => {
  const t = useText()
  return board.windows.length === 0 ? (
    <Message
      icon={<TruckFast />}
      title={t("delivery.board.empty")}
      text={t("delivery.board.emptyHint")}
    >
      <SmallButton asChild>
        <Link to={SETTINGS_PATHS.deliveryWindows}>
          {t("delivery.board.settings")}
        </Link>
      </SmallButton>
    </Message>
  ) : (
    <Columns board={board} />
  )
}
