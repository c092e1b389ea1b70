import { Container } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { ListError } from "./list-states"

/** That a page of settings could not be loaded, and the server's reason. */
export const LoadError = (props: ComponentProps<typeof ListError>) => (
  <Container className="p-0">
    <ListError {...props} />
  </Container>
)
