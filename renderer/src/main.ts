import { installTrustedTypes } from './host';
import { start } from './app/start';
import './ui/styles/index.css';

installTrustedTypes();
void start();
