import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

interface CellBoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

interface CellBoundaryState {
  readonly fault: string | null;
}

/** Keeps a fault of one cell inside it: the cell says what happened, the others go on. */
export class CellBoundary extends Component<CellBoundaryProps, CellBoundaryState> {
  override state: CellBoundaryState = { fault: null };

  static getDerivedStateFromError(thrown: unknown): CellBoundaryState {
    return { fault: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <Notice
        tone="failed"
        message={`The cell “${this.props.title}” could not be shown: ${fault}.`}
        remedy="The rest of the page still works. Show it again. If it fails again, reload the page."
      >
        <Button onClick={() => this.setState({ fault: null })}>Show again</Button>
      </Notice>
    );
  }
}
