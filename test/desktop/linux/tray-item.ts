// One tray item on the bus: its tooltip, its icon, its menu, and the clicks of a person.
import dbus from '@particle/dbus-next';
import type { Variant } from '@particle/dbus-next';
import type { Bus, Target } from './bus';
import { plainValues } from './bus';

export interface MenuRow {
  readonly id: number;
  readonly label: string;
  readonly kind: 'standard' | 'separator';
  readonly isEnabled: boolean;
  /** null: the row is no check box. */
  readonly isChecked: boolean | null;
  readonly children: readonly MenuRow[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** ARGB, four bytes a pixel. */
  readonly pixels: Buffer;
}

type LayoutNode = [number, Record<string, Variant>, Variant<LayoutNode>[]];

const MENU = 'com.canonical.dbusmenu';

export class TrayItem {
  private readonly target: Target;

  constructor(
    private readonly bus: Bus,
    { destination, path }: Pick<Target, 'destination' | 'path'>
  ) {
    this.target = { destination, path, interface: 'org.kde.StatusNotifierItem' };
  }

  properties(): Promise<Record<string, unknown>> {
    return this.bus.properties(this.target);
  }

  async tooltip(): Promise<string> {
    const [, , title, text] = (await this.bus.property(this.target, 'ToolTip')) as [
      string,
      unknown,
      string,
      string
    ];
    return [title, text].filter(Boolean).join('\n');
  }

  /** Gives the largest image of the icon. */
  async icon(): Promise<Picture> {
    const found = (await this.bus.property(this.target, 'IconPixmap')) as [number, number, Buffer][];
    const pictures = found.map(([width, height, pixels]) => ({ width, height, pixels: Buffer.from(pixels) }));
    const [largest] = pictures.sort((a, b) => b.width - a.width);
    if (!largest) throw new Error('the tray item has no icon');
    return largest;
  }

  async rows(): Promise<readonly MenuRow[]> {
    const [, root] = await this.bus.call(await this.menu(), 'GetLayout', 'iias', [0, -1, []]);
    return rowOf(root as LayoutNode).children;
  }

  /** Clicks a row. */
  async choose(row: MenuRow): Promise<void> {
    const body = [row.id, 'clicked', new dbus.Variant('i', 0), 0];
    await this.bus.call(await this.menu(), 'Event', 'isvu', body);
  }

  async activate(): Promise<void> {
    await this.bus.call(this.target, 'Activate', 'ii', [0, 0]);
  }

  private async menu(): Promise<Target> {
    const path = (await this.bus.property(this.target, 'Menu')) as string;
    return { ...this.target, path, interface: MENU };
  }
}

function rowOf([id, variants, children]: LayoutNode): MenuRow {
  const found = plainValues(variants);
  const label = typeof found.label === 'string' ? found.label : '';
  return {
    id,
    // "_x" marks a mnemonic, "__" is a literal underscore.
    label: label.replace(/_(.)/g, '$1'),
    kind: found.type === 'separator' ? 'separator' : 'standard',
    isEnabled: found.enabled !== false,
    isChecked: found['toggle-type'] === 'checkmark' ? found['toggle-state'] === 1 : null,
    children: children.map(child => rowOf(child.value))
  };
}
