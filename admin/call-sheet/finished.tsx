import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Drawer, Text } from "@medusajs/ui"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { customerName } from "../task/customer-name"
import { OrderLink } from "../task/order-link"
import { TOUCH_HEIGHT } from "../task/touch-height"
import type { Steps } from "./sheet-bar"

/** Shown after the last call of the list, with what may be done next. */
export const Finished = ({ steps }: { steps: Steps | undefined }) => {
  const t = useText()
  const { typeName } = useKinds()
  const opened = steps?.opened ?? null
  const elsewhere = steps?.elsewhere ?? null
  const next = opened
    ? { label: t("keys.open"), onGo: () => steps?.onGo(opened.id) }
    : elsewhere && {
        label: `${t("queue.tabs.now")} (${elsewhere.count})`,
        onGo: elsewhere.onGo,
      }
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-y-4 p-6 text-center">
      <CheckCircleSolid aria-hidden className="text-ui-tag-green-icon" />
      <div className="flex flex-col gap-y-1">
        <Drawer.Title className="txt-compact-medium-plus text-ui-fg-base">
          {opened ? customerName(t, opened) : t("sheet.finished")}
        </Drawer.Title>
        <Text size="small" className="text-ui-fg-subtle">
          {opened ? typeName(opened.type) : t("sheet.finishedText")}{" "}
          {opened && <OrderLink task={opened} />}
        </Text>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        {next && (
          <Button
            key={next.label}
            autoFocus
            className={TOUCH_HEIGHT}
            onClick={next.onGo}
          >
            {next.label}
          </Button>
        )}
        <Drawer.Close asChild>
          <Button
            autoFocus={!next}
            variant="secondary"
            className={TOUCH_HEIGHT}
          >
            {t("sheet.backToList")}
          </Button>
        </Drawer.Close>
      </div>
    </div>
  )
}
