import { ExclamationCircle } from "@medusajs/icons"
import { Button, Skeleton } from "@medusajs/ui"
import { useText } from "../i18n/use-text"
import { Message } from "../task/message"

/** That a list of settings could not be loaded, and the server's reason. */
export const ListError = ({
  title,
  reason,
  onRetry,
}: {
  title: string
  reason: string
  onRetry: () => void
}) => {
  const t = useText()
  return (
    <div role="alert">
      <Message icon={<ExclamationCircle />} title={title} text={reason}>
        <Button
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          onClick={onRetry}
        >
          {t("error.retry")}
        </Button>
      </Message>
    </div>
  )
}

/** As many as a shop usually has. */
const ROWS = 3

/** The shape of a list of settings while it is on its way. */
export const ListSkeleton = () => (
  <div aria-hidden className="divide-y">
    {Array.from({ length: ROWS }, (_, row) => (
      <div key={row} className="flex flex-col gap-y-2 px-6 py-4 max-lg:px-4">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="h-4 w-full max-w-96" />
      </div>
    ))}
  </div>
)
