import { Container } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { LoadError } from "../task/load-error"

/** That a page of settings could not be loaded. */
export const PageError = (props: ComponentProps<typeof LoadError>) => (
  <Container className="p-0">
    <LoadError {...props} />
  </Container>
)
