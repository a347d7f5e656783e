import {Console} from './app/console.js';

Console.open(document.body);
