// Type declarations for the three files of the D-Bus library that are used: connection, message and variant.
declare module '@particle/dbus-next/lib/connection.js' {
  import type { EventEmitter } from 'node:events';
  import type { Socket } from 'node:net';
  import type { Message } from '@particle/dbus-next/lib/message-type.js';

  /** Emits `connect`, `message`, `error`, and `end` when the other side is gone. */
  export interface Connection extends EventEmitter {
    readonly stream: Socket;
    /** Throws when the stream is closed. */
    message(message: Message): void;
  }
  /** `busAddress`: one address, such as `unix:path=/run/user/1000/bus`. Throws when it names no kind of connection. */
  export default function createConnection(options: { busAddress: string }): Connection;
}

declare module '@particle/dbus-next/lib/message-type.js' {
  interface MessageFields {
    type?: number;
    serial?: number;
    flags?: number;
    path?: string;
    interface?: string;
    member?: string;
    destination?: string;
    sender?: string;
    replySerial?: number;
    signature?: string;
    body?: unknown[];
  }
  export class Message implements MessageFields {
    constructor(fields: MessageFields);
    readonly type: number;
    readonly path?: string;
    readonly interface?: string;
    readonly member?: string;
    readonly destination?: string;
    readonly sender?: string;
    readonly replySerial?: number;
    readonly body: unknown[];
  }
}

declare module '@particle/dbus-next/lib/variant.js' {
  /** A value with its type, where a method takes any: `new Variant('y', 1)` is a byte. */
  export class Variant {
    constructor(signature: string, value: unknown);
    readonly signature: string;
    readonly value: unknown;
  }
}
