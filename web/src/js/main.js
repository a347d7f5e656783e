import {Console} from './app/console.js';

new Console(document.body).start();
