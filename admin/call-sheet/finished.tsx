import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Drawer, Text } from "@medusajs/ui"
import { TOUCH_HEIGHT } from "../task/touch-height"

/** Shown after the last task of the list. */
export const Finished = ({
  title,
  text,
  action,
}: {
  title: string
  text: string
  action: string
}) => (
  <div className="flex flex-1 flex-col items-center justify-center gap-y-4 p-6 text-center">
    <CheckCircleSolid aria-hidden className="text-ui-tag-green-icon" />
    <div className="flex flex-col gap-y-1">
      <Drawer.Title className="txt-compact-medium-plus text-ui-fg-base">
        {title}
      </Drawer.Title>
      <Text size="small" className="text-ui-fg-subtle">
        {text}
      </Text>
    </div>
    <Drawer.Close asChild>
      <Button autoFocus variant="secondary" className={TOUCH_HEIGHT}>
        {action}
      </Button>
    </Drawer.Close>
  </div>
)
