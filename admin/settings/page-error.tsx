import { Container } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { LoadError } from "../task/load-error"

/** Shown if a settings page failed to load. */
export const PageError = (props: ComponentProps<typeof LoadError>) => (
  <Container className="p-0">
    <LoadError {...props} />
  </Container>
)
