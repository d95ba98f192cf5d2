import { type Connection, createConnection } from 'vscode-languageserver/node';
import { startOnNode } from './node/startOnNode.ts';

// An editor starts this file and says by the arguments how it wants to talk: IPC, pipe, socket or stdio.
const connection: Connection = createConnection();
startOnNode(connection);
