#!/usr/bin/env node
import './machine/require-node';
import { main } from './program/main';

void main();
