import { Container, Heading, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

/** A section of a settings page: a one-sentence summary, and its fields. */
export const SectionFrame = ({
  id,
  title,
  summary,
  wrong = [],
  aside,
  children,
}: {
  /** For links to it, which focus it. */
  id?: string
  title: string
  summary?: string
  /** Errors, from client-side validation or from the server. */
  wrong?: readonly string[]
  aside?: ReactNode
  children?: ReactNode
}) => {
  const titleId = useId()
  return (
    <section
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      aria-labelledby={titleId}
      className="scroll-mt-16 outline-none"
    >
      <Container className="divide-y p-0">
        <div className="flex items-start justify-between gap-x-4 gap-y-3 px-6 py-4 max-lg:px-4 max-sm:flex-wrap">
          <div className="min-w-0 max-sm:flex-1 max-sm:basis-48">
            <Heading level="h2" id={titleId}>
              {title}
            </Heading>
            {summary && (
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {summary}
              </Text>
            )}
          </div>
          {aside}
        </div>
        <div role="alert" className="empty:hidden">
          {wrong.length > 0 && (
            <ul
              data-wrong
              // A failed save focuses the errors.
              tabIndex={-1}
              className="outline-none bg-ui-tag-red-bg text-ui-tag-red-text txt-compact-small flex list-none flex-col gap-y-1 px-6 py-3 max-lg:px-4"
            >
              {wrong.map((reason) => (
                <li key={reason} className="break-words">
                  {reason}
                </li>
              ))}
            </ul>
          )}
        </div>
        {children && (
          <div className="flex flex-col gap-y-4 px-6 py-4 max-lg:px-4">
            {children}
          </div>
        )}
      </Container>
    </section>
  )
}
